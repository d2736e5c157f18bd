namespace Apprentices.Features.Home;

/// <summary>About how long what waits will take, by kind. It is said with "about", and rather too long than too short.</summary>
internal static class WorkEstimate
{
    private const int SecondsOfAnApproval = 45;
    private const int SecondsOfAnObservation = 90;

    /// <summary>To say that it is done; the doing itself is not a Monday's.</summary>
    private const int SecondsOfAnAction = 30;

    /// <summary>Whole minutes, rounded up.</summary>
    public static int Minutes(int approvals, int observations, int actions, IEnumerable<WaitingReason> tasks) =>
        ((approvals * SecondsOfAnApproval) + (observations * SecondsOfAnObservation) + (actions * SecondsOfAnAction) + tasks.Sum(Seconds) + 59) / 60;

    /// <summary>To see to it or to agree on when; a talk itself is not held on a Monday morning between two others.</summary>
    private static int Seconds(WaitingReason reason) => reason switch
    {
        WaitingReason.OverdueTalk or WaitingReason.OverdueDuty or WaitingReason.LateDuty or WaitingReason.HandOver => 180,
        WaitingReason.TalkToSign or WaitingReason.DueDuty or WaitingReason.TemplateOffer => 120,
        WaitingReason.GoalsToRate => 90,
        _ => 60,
    };
}
