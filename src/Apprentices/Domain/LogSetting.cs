namespace Apprentices.Domain;

/// <summary>How often an apprentice of a trade is expected to write.</summary>
public enum LogRhythm
{
    Daily,
    Weekly,
}

/// <summary>How the log is kept in one trade; where there is no setting, the one of <see cref="Usual"/> holds.</summary>
public sealed class LogSetting : IVersioned
{
    private LogSetting() { }

    public LogSetting(string curriculumCode) => CurriculumCode = curriculumCode;

    /// <summary>The curriculum of the trade: the key.</summary>
    public string CurriculumCode { get; private set; } = "";

    public LogRhythm Rhythm { get; private set; }

    /// <summary>The log is kept in another system alone: ours is closed for the trade, and goals, talks and duties stay.</summary>
    public bool IsOff { get; private set; }

    /// <summary>Whether the training manager approves after the instructor.</summary>
    public bool NeedsTwoApprovals { get; private set; }

    public int Version { get; private set; }

    /// <summary>A day at a time, one approval.</summary>
    public static LogRules Usual { get; } = new(LogRhythm.Daily, IsOff: false, NeedsTwoApprovals: false);

    public LogRules Rules => new(Rhythm, IsOff, NeedsTwoApprovals);

    public void Set(LogRules rules) => (Rhythm, IsOff, NeedsTwoApprovals) = (rules.Rhythm, rules.IsOff, rules.NeedsTwoApprovals);
}

/// <summary>How a log is kept.</summary>
public sealed record LogRules(LogRhythm Rhythm, bool IsOff, bool NeedsTwoApprovals);
