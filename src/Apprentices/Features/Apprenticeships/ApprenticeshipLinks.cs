namespace Apprentices.Features.Apprenticeships;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ApprenticeshipLinks
{
    public const string List = "/apprenticeships";
    public const string Register = "/apprenticeships/register";
    public static string Record(Guid id) => $"/apprenticeships/{id}";
    public static string Plan(Guid id) => $"/apprenticeships/{id}/plan";
    public static string Log(Guid id) => $"/apprenticeships/{id}/log";
    public static string Talks(Guid id) => $"/apprenticeships/{id}/talks";
    public static string Contract(Guid id) => $"/apprenticeships/{id}/contract";
}
