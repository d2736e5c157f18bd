namespace Apprentices.Domain;

/// <summary>Which talks settle which duties of a record.</summary>
public static class TalkKinds
{
    private static readonly Dictionary<EvaluationKind, DutyKind> Settled = new()
    {
        [EvaluationKind.Start] = DutyKind.StartTalk,
        [EvaluationKind.BeforeChange] = DutyKind.TalkBeforeChange,
        [EvaluationKind.MockTest] = DutyKind.MockTest,
    };

    /// <summary>The kind of duty a talk settles when it is held; nothing where it settles none.</summary>
    public static DutyKind? SettledBy(EvaluationKind talk) => Settled.TryGetValue(talk, out var duty) ? duty : null;

    /// <summary>The kind of talk a duty asks for; nothing where it asks for none.</summary>
    public static EvaluationKind? Settling(DutyKind duty) => Settled.Where(pair => pair.Value == duty).Select(pair => (EvaluationKind?)pair.Key).FirstOrDefault();
}
