using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Drafts;

/// <summary>
/// What one open form knows of its draft: how it was opened, what is typed, what of that is kept, and what other devices have
/// kept in the same place since. All it does comes one after the other, so that an older text never comes after a newer one.
/// </summary>
/// <param name="place">The name of the place, from <see cref="DraftPlace" />.</param>
/// <param name="opened">The form as it was before anything was typed, as JSON.</param>
public sealed class DraftHold(string place, string opened, KeepDraft keep, ReadDraft read, DropDraft drop)
{
    private string untouched = opened;
    private string kept = opened;
    private DraftMark? mark;
    private Task last = Task.CompletedTask;

    /// <summary>What is typed.</summary>
    public string Current { get; set; } = opened;

    /// <summary>The draft the form was opened with.</summary>
    public ReadDraft.Found? Found { get; private set; }

    /// <summary>What other devices have kept, latest first.</summary>
    public IReadOnlyList<ReadDraft.Found> Others { get; private set; } = [];

    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The last try came to nothing.</summary>
    public bool Failed { get; private set; }

    public bool IsUnkept => Current != kept && Current != untouched;

    /// <summary>Looks for what was typed before.</summary>
    /// <returns>What to put in the form; nothing leaves it as it is.</returns>
    public async Task<string?> OpenAsync()
    {
        var all = await read.RunAsync(place);
        if (all.Count == 0)
        {
            return null;
        }

        (Found, Others) = (all[0], [.. all.Skip(1)]);
        return Hold(all[0]);
    }

    /// <summary>Keeps what is typed, if it is not kept yet.</summary>
    public Task KeepAsync() => last = KeepAfterAsync(last);

    /// <summary>The form has been saved, or what it was opened with is not wanted: its draft goes. What other devices typed stays.</summary>
    /// <param name="next">The form as it will be next, if it is not closed; as such it counts as untouched.</param>
    public async Task DropAsync(string? next = null)
    {
        kept = Current;
        untouched = next ?? untouched;
        (Found, KeptAt, Failed) = (null, null, false);
        await last.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (mark is { } seen)
        {
            mark = null;
            await drop.RunAsync(place, seen);
        }
    }

    /// <summary>Forgets that the form was opened with a draft; as when it does not fit the form of today.</summary>
    public void Forget() => Found = null;

    /// <summary>The form as it was before anything was typed.</summary>
    public string Untouched => untouched;

    /// <summary>Goes on with what another device typed; what is typed here is kept and becomes the other one.</summary>
    /// <returns>What to put in the form; nothing if it is there no longer, or what is typed here could not be kept.</returns>
    public async Task<string?> TakeAsync(ReadDraft.Found other)
    {
        await KeepAsync();
        if (IsUnkept)
        {
            return null;
        }

        var all = await read.RunAsync(place);
        if (all.FirstOrDefault(found => found.Mark.Id == other.Mark.Id) is not { } now)
        {
            Others = [.. all.Where(found => found.Mark.Id != mark?.Id)];
            return null;
        }

        (Found, Others) = (null, [.. all.Where(found => found != now)]);
        return Hold(now);
    }

    /// <summary>Takes away what another device typed: it stands here now, or is not wanted.</summary>
    public async Task LetGoAsync(ReadDraft.Found other)
    {
        await drop.RunAsync(place, other.Mark);
        Others = [.. (await read.RunAsync(place)).Where(found => found.Mark.Id != mark?.Id)];
    }

    private string Hold(ReadDraft.Found found)
    {
        (mark, kept, Current) = (found.Mark, found.Content, found.Content);
        return found.Content;
    }

    private async Task KeepAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (!IsUnkept)
        {
            return;
        }

        var typed = Current;
        try
        {
            if (await keep.RunAsync(place, typed, mark) is { } done)
            {
                (mark, KeptAt, Others) = (done.Mark, done.At, done.Others);
            }

            (kept, Failed) = (typed, false);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or TimeoutException)
        {
            Failed = true;
        }
    }
}
