using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Jobs;

/// <summary>The kind of an error in words; one that is not known is said as it is, for whoever reads the log.</summary>
public static class JobFailureWords
{
    public static string Of(string failure) => failure switch
    {
        JobRun.Cancelled => JobTexts.FailureCancelled,
        JobRun.Abandoned => JobTexts.FailureAbandoned,
        JobRun.LeaseLost => JobTexts.FailureLeaseLost,
        nameof(OperationCanceledException) or nameof(TaskCanceledException) => JobTexts.FailureStopped,
        "NpgsqlException" or "PostgresException" or "SqliteException" or "DbUpdateException" or nameof(TimeoutException) => Texts.Format(JobTexts.FailureDatabase, failure),
        _ when failure.StartsWith("SMTP", StringComparison.Ordinal) => Texts.Format(JobTexts.FailureMail, failure),
        _ => Texts.Format(JobTexts.FailureOther, failure),
    };
}
