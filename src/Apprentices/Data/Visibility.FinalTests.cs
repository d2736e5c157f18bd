using Apprentices.Domain;

namespace Apprentices.Data;

/// <content>The final tests and the way to them: whoever sees the record sees them.</content>
public static partial class Visibility
{
    public static IQueryable<TestAttempt> VisibleTo(this IQueryable<TestAttempt> rows, CurrentUser user) =>
        rows.Where(Through<TestAttempt>(attempt => attempt.Apprenticeship, IsOpenTo(user)));

    public static IQueryable<TestAgreement> VisibleTo(this IQueryable<TestAgreement> rows, CurrentUser user) =>
        rows.Where(Through<TestAgreement>(agreement => agreement.TestAttempt.Apprenticeship, IsOpenTo(user)));

    public static IQueryable<HeldCredential> VisibleTo(this IQueryable<HeldCredential> rows, CurrentUser user) =>
        rows.Where(Through<HeldCredential>(held => held.Apprenticeship, IsOpenTo(user)));

    public static IQueryable<MissingSubject> VisibleTo(this IQueryable<MissingSubject> rows, CurrentUser user) =>
        rows.Where(Through<MissingSubject>(subject => subject.Apprenticeship, IsOpenTo(user)));
}
