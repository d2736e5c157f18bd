using Apprentices.Features.ProgressLog.Files;
using Apprentices.Shared;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>Works the list of a supervisor down: does what she decides, puts the list right after it, and says what came of it.</summary>
internal sealed class ApprovalRound(ListWaitingEntries list, ListAttachments files, ApproveLogEntries approve, UndoApproval undo)
{
    private ListWaitingEntries.Query query = new();

    /// <param name="Said">What was done and how many are left.</param>
    /// <param name="Refused">What was not done, and why.</param>
    /// <param name="Next">What to look at next; nothing when all is done.</param>
    public sealed record Outcome(string Said, string? Refused, ApprovalWork.Slot? Next);

    public ApprovalWork Work { get; } = new();

    /// <summary>The page of the list that is shown; once all of it is decided, what is there now, or the last.</summary>
    public int Page { get; private set; } = 1;

    public async Task ReadAsync(ListWaitingEntries.Query which, int page)
    {
        (query, Page) = (which, page);
        Work.Clear();
        Work.Fill(await ListAsync(query, page));
    }

    public async Task<Outcome> ApproveAsync(IReadOnlyList<ApprovalWork.Slot> slots)
    {
        var next = Work.After(slots);
        var result = await approve.RunAsync([.. slots.Select(slot => new ApproveLogEntries.Shown(slot.Row.Id, slot.Row.Version))]);
        var done = slots.Where(slot => result.Done.Contains(slot.Row.Id)).ToList();
        var changed = slots.Except(done).ToList();
        string? refused = null;
        if (changed.Count > 0)
        {
            refused = ApprovalWords.Changed([.. changed.Select(slot => slot.Row)], Work.Today);
            Work.Renew(changed, (await ListAsync(new ListWaitingEntries.Query(Only: result.Changed))).Rows);
        }

        var sentence = done.Count == 0 ? "" : ApprovalWords.Done([.. done.Select(slot => slot.Row)], result, Work.Today);
        Work.Finish(done, new ApprovalWork.DoneLine(sentence, result.Done));
        return await GoOnAsync(sentence, changed.Find(Work.Open.Contains) ?? next, refused);
    }

    /// <summary>It has been sent back.</summary>
    public Task<Outcome> ReturnedAsync(ApprovalWork.Slot slot)
    {
        var next = Work.After([slot]);
        var sentence = Texts.Format(ApprovalTexts.ReturnedOne, slot.Row.Apprentice, ApprovalWords.When(slot.Row, Work.Today));
        Work.Finish([slot], new ApprovalWork.DoneLine(sentence, []));
        return GoOnAsync(sentence, next);
    }

    public async Task<Outcome> UndoAsync(ApprovalWork.Slot done)
    {
        var again = await undo.RunAsync(done.Done!.Approved);
        Work.PutBack(done, (await ListAsync(new ListWaitingEntries.Query(Only: again))).Rows);
        return await GoOnAsync(ApprovalTexts.UndoneSaid, Work.Open.FirstOrDefault(slot => again.Contains(slot.Row.Id)));
    }

    /// <summary>Where all that was shown is decided and more waits, reads on.</summary>
    private async Task<Outcome> GoOnAsync(string sentence, ApprovalWork.Slot? next, string? refused = null)
    {
        if (Work.Open.Count == 0 && Work.Left > 0)
        {
            Page = Math.Clamp((Work.Left + ListWaitingEntries.PageSize - 1) / ListWaitingEntries.PageSize, 1, Page);
            Work.Fill(await ListAsync(query, Page));
            next = Work.Open is [var first, ..] ? first : null;
        }

        return new Outcome($"{sentence} {ApprovalWords.Left(Work.Left)}".Trim(), refused, next);
    }

    /// <summary>The entries, with the files that go with them.</summary>
    private async Task<ListWaitingEntries.Waiting> ListAsync(ListWaitingEntries.Query which, int page = 1)
    {
        var read = await list.RunAsync(which, page);
        var withFiles = read.Rows.Where(row => row.Files > 0).Select(row => row.Id).ToList();
        if (withFiles.Count > 0)
        {
            foreach (var ofEntry in await files.RunAsync(withFiles))
            {
                Work.Files[ofEntry.Key] = [.. ofEntry];
            }
        }

        return read;
    }
}
