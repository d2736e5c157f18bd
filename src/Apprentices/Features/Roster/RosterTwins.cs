using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Roster;

/// <summary>Finds the rows of one file that stand in each other's way, and names the row that came first.</summary>
internal sealed class RosterTwins
{
    private readonly Dictionary<string, int> byVigo = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Email, DateOnly StartsOn), int> byStart = [];
    private readonly Dictionary<Guid, int> byContract = [];
    private readonly Dictionary<string, RosterRow> byEmail = new(StringComparer.Ordinal);

    /// <summary>Whether no row before it stands in its way; if one does, the row is wrong and says so.</summary>
    public bool IsFirst(RosterRow row)
    {
        var isFirst = true;
        void Fail(RosterField field, string reason)
        {
            row.Fail(field, reason);
            isFirst = false;
        }

        var entry = row.Entry;
        if (entry.VigoNumber is { } vigo && !byVigo.TryAdd(vigo, row.Number))
        {
            Fail(RosterField.VigoNumber, Texts.Format(RosterTexts.SameVigo, byVigo[vigo], vigo));
        }
        else if (entry.StartsOn != default && !byStart.TryAdd((entry.Email, entry.StartsOn), row.Number))
        {
            Fail(RosterField.Email, Texts.Format(RosterTexts.SameEmailAndStart, byStart[(entry.Email, entry.StartsOn)]));
        }
        else if (row.ApprenticeshipId is { } id && !byContract.TryAdd(id, row.Number))
        {
            Fail(RosterField.Email, Texts.Format(RosterTexts.SameApprenticeship, byContract[id]));
        }

        if (!byEmail.TryAdd(entry.Email, row) && byEmail[entry.Email] is { } first
            && (first.PersonId != row.PersonId || SortKey.Plain(first.Entry.FullName) != SortKey.Plain(entry.FullName)))
        {
            Fail(RosterField.Email, Texts.Format(RosterTexts.SameEmailOtherPerson, first.Number));
        }

        return isFirst;
    }
}
