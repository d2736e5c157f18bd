using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>As what somebody with several roles signs.</summary>
internal static class TalkTurns
{
    /// <summary>The instructor before the training manager before HR: so one who is several signs as the first.</summary>
    public static IEnumerable<AssignmentRole> InOrder(IEnumerable<AssignmentRole> roles) => roles
        .Where(role => role != AssignmentRole.Mentor)
        .OrderBy(role => role switch { AssignmentRole.Instructor => 0, AssignmentRole.TrainingManager => 1, _ => 2 });
}
