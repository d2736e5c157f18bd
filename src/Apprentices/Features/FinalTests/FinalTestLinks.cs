using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.FinalTests;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class FinalTestLinks
{
    /// <summary>Who is up for the test in the coming year.</summary>
    public const string Year = "/final-tests";

    /// <summary>How many days the tests take, and which certificates the trades ask for.</summary>
    public const string Settings = "/setup/final-tests";

    public static string SettingOf(string curriculumCode) => $"{Settings}/{Uri.EscapeDataString(curriculumCode)}";

    /// <summary>The way to her final test.</summary>
    public static string Of(Guid apprenticeshipId) => ApprenticeshipLinks.FinalTest(apprenticeshipId);

    public static string Attempt(Guid apprenticeshipId, int number) => $"{Of(apprenticeshipId)}/{number}";

    /// <summary>The form of something that happened to a test.</summary>
    public static string Enter(Guid apprenticeshipId, int number, TestEvent what, Guid? about = null) =>
        $"{Attempt(apprenticeshipId, number)}?what={what}" + (about is { } entry ? $"&about={entry}" : "");
}
