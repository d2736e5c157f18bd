namespace Apprentices.Platform;

/// <summary>How far the running job of this scope is. A job reports it; the run's row is told with each beat.</summary>
public sealed class JobProgress : IProgress<int>
{
    private readonly Lock gate = new();
    private int done;
    private int? total;

    /// <summary>Steps that came in addition while it went on count among all of them.</summary>
    public (int Done, int? Total) Now
    {
        get
        {
            lock (gate)
            {
                return (done, total < done ? done : total);
            }
        }
    }

    /// <summary>Of so many steps; nothing where it cannot be known.</summary>
    public void Begin(int? steps)
    {
        lock (gate)
        {
            (done, total) = (0, steps);
        }
    }

    /// <summary>So many steps are done.</summary>
    public void Report(int value)
    {
        lock (gate)
        {
            done = value;
        }
    }

    /// <summary>One step more is done.</summary>
    public void Step()
    {
        lock (gate)
        {
            done++;
        }
    }
}
