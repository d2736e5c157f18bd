using System.Data.Common;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// What one device knows of the block it writes in: what is typed, what of that is saved, and upon which version. All it does comes
/// one after the other, so that an older text never comes after a newer one.
/// </summary>
public sealed class BlockPen(Guid talkId, string question, TakeBlock take, WriteBlock write, LeaveBlock leave) : IDisposable
{
    private readonly SemaphoreSlim door = new(1, 1);
    private string saved = "";

    /// <summary>Whether the block is in this device's hand.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>What stands in the field.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>How often something was typed.</summary>
    public int Typings { get; private set; }

    /// <summary>
    /// What the field is opened with. From then on it is the browser's alone: the server reads what is typed and never sets it, because
    /// an older text that comes late would take away the letters typed meanwhile.
    /// </summary>
    public string Opened { get; private set; } = "";

    /// <summary>How often a field was opened: another one each time.</summary>
    public int Openings { get; private set; }

    /// <summary>The version it is typed upon.</summary>
    public int Seen { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Why the last try came to nothing; empty: it did not.</summary>
    public string? Failed { get; private set; }

    public bool IsUnsaved => IsWriting && Typed != saved;

    /// <summary>Whether a block as it was read is in another's hand; one that was read before this device took it says nothing.</summary>
    public bool IsLost(ReadTogether.Block? block, Guid me) => IsWriting && block is not null && block.Version > Seen && block.WriterId != me;

    public void Type(string text) => (Typed, Typings) = (text, Typings + 1);

    /// <summary>What the browser says stands in the field, unless something was typed since it was asked: that comes by itself, and is newer.</summary>
    public string NewerOf(string? kept, int before) => Typed = Typings == before ? kept ?? Typed : Typed;

    /// <summary>Takes the block, with what stands in it.</summary>
    public Task TakeAsync() => AloneAsync(async () =>
    {
        var taken = await take.RunAsync(talkId, question);
        (saved, Seen, SavedAt, Failed) = (taken.Text, taken.Version, null, null);
        Open(taken.Text);
        IsWriting = true;
        return true;
    });

    /// <summary>Saves what is typed.</summary>
    /// <returns>Whether it is still in this device's hand; else what was typed is a suggestion.</returns>
    public Task<bool> SaveAsync() => AloneAsync(async () => !IsUnsaved || await WriteAsync(Typed, comesBack: false));

    /// <summary>Another has the block: what was typed last and not saved becomes a suggestion.</summary>
    /// <returns>Whether there was any.</returns>
    public Task<bool> LoseAsync(string typed) => AloneAsync(async () =>
    {
        var unsaved = IsWriting && typed != saved;
        if (unsaved)
        {
            await WriteAsync(typed, comesBack: false);
        }

        IsWriting = false;
        return unsaved;
    });

    /// <summary>What was typed while the page could not reach the server comes back: into the block, or as a suggestion.</summary>
    public Task<bool> ComeBackAsync(string typed, int seen) => AloneAsync(async () =>
    {
        Seen = seen;
        if (!IsWriting)
        {
            Open(typed);
        }

        IsWriting = await WriteAsync(typed, comesBack: true);
        if (!IsWriting && Typed != typed)
        {
            await WriteAsync(Typed, comesBack: false);
        }

        return IsWriting;
    });

    /// <summary>Saves and leaves the block to whoever wants to write next; what cannot be saved keeps it in this device's hand.</summary>
    /// <param name="comesBack">She is only out of reach: what stands in her field stays.</param>
    public Task<bool> LeaveAsync(bool comesBack = false) => AloneAsync(async () =>
    {
        if (!IsWriting)
        {
            return false;
        }

        if (IsUnsaved)
        {
            await WriteAsync(Typed, comesBack: false);
            if (Failed is not null && !comesBack)
            {
                return false;
            }
        }

        Seen = await leave.RunAsync(talkId, question) ?? Seen;
        IsWriting = comesBack && IsWriting;
        return true;
    });

    public void Dispose() => door.Dispose();

    /// <summary>What she reads where it came to nothing; the database out of reach is no mistake in the program.</summary>
    internal static string? SentenceOf(Exception failure) => Refusal.Of(failure) ?? (IsOfTheDatabase(failure) ? TogetherTexts.NotSaved : null);

    /// <summary>A lost connection comes wrapped, where it is one that might be tried again.</summary>
    private static bool IsOfTheDatabase(Exception failure) =>
        failure is DbException or DbUpdateException or TimeoutException || failure.InnerException is DbException or TimeoutException;

    private void Open(string text) => (Typed, Opened, Openings) = (text, text, Openings + 1);

    private async Task<bool> WriteAsync(string text, bool comesBack)
    {
        var upon = IsWriting ? saved : null;
        try
        {
            var written = await write.RunAsync(talkId, new WriteBlock.Input { Question = question, Text = text, Seen = Seen, Upon = upon, ComesBack = comesBack });
            (Seen, SavedAt, saved, Failed) = (written.Version, written.At, text, null);
            IsWriting &= written.Stands;
            return written.Stands;
        }
        catch (Exception failure) when (SentenceOf(failure) is { } sentence)
        {
            Failed = sentence;
            return IsWriting;
        }
    }

    private async Task<bool> AloneAsync(Func<Task<bool>> act)
    {
        await door.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            door.Release();
        }
    }
}
