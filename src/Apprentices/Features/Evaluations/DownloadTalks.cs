using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>The talks as a file, narrowed as on their page; when and in which state, never what was said.</summary>
public sealed class DownloadTalks(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private static ListSheet<ListTalks.Row> Sheet => new ListSheet<ListTalks.Row>(ListTexts.SheetTalks)
        .Text(ListTexts.FamilyName, row => row.FamilyName)
        .Text(ListTexts.GivenName, row => row.GivenName)
        .Text(EvaluationTexts.ColumnTalk, row => TalkWords.Title(row.Kind, row.Number))
        .Text(ListTexts.Workplace, row => row.Workplace)
        .Date(ListTexts.DueOn, row => row.DueOn)
        .Date(ListTexts.PlannedOn, row => row.PlannedOn)
        .Text(ListTexts.StartsAt, row => row.StartsAt is { } at ? TypedTime.Digits(at) : null)
        .Date(ListTexts.HeldOn, row => row.HeldOn)
        .Text(ListTexts.State, row => row.State switch
        {
            EvaluationState.Planned => row.IsOverdue ? EvaluationTexts.StateOverdue : EvaluationTexts.StatePlanned,
            EvaluationState.Held => EvaluationTexts.StateHeld,
            EvaluationState.Signed => EvaluationTexts.StateSigned,
            EvaluationState.Waived => EvaluationTexts.StateWaived,
            EvaluationState.HeldBeforeSystem => EvaluationTexts.StateHeldBefore,
            _ => EvaluationTexts.StateUnknown,
        });

    public async Task RunAsync(TalkFilter filter, ListOutput output, EvaluationKind? kind = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);
        user.Require(Policy.ExportLists);

        await using var db = await database.CreateDbContextAsync(cancel);
        await Sheet.WriteAsync(ListTalks.Rows(db, user, filter, kind).AsAsyncEnumerable(), output, cancel);
    }
}
