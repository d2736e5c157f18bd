using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>What there is to choose from where a talk is arranged beside the half-yearly ones.</summary>
public sealed class ReadArranging(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<CalendarSettings> calendar)
{
    /// <summary>A kind of talk, and what the record asks for by such a one.</summary>
    /// <param name="DutyId">The duty it settles when it is held.</param>
    /// <param name="DutyTitle">What that is called.</param>
    /// <param name="DueOn">Its last day.</param>
    /// <param name="ProposedOn">The day proposed for it; nothing where it is past.</param>
    public sealed record Kind(EvaluationKind Of, Guid? DutyId, string? DutyTitle, DateOnly? DueOn, DateOnly? ProposedOn);

    /// <param name="Preset">The kind that the address asks for.</param>
    public sealed record Details(string Apprentice, IReadOnlyList<Kind> Kinds, EvaluationKind? Preset, MeetingFacts Facts, DateOnly Today);

    /// <summary>The choices, or nothing where the record is not there or not the reader's to arrange talks on.</summary>
    public async Task<Details?> RunAsync(Guid apprenticeshipId, Guid? dutyId = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        if (!user.Allows(Policy.ArrangeTalks))
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.Apprenticeships.VisibleTo(user).Where(TalkAccess.ArrangedBy(user))
            .Include(a => a.Person).Include(a => a.Interruptions).Include(a => a.Duties)
            .AsNoTracking().AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel);
        if (record is null)
        {
            return null;
        }

        var kinds = Enum.GetValues<EvaluationKind>().Where(kind => kind != EvaluationKind.HalfYear).Select(kind =>
        {
            var duty = TalkDuties.For(record, kind, dutyId);
            return new Kind(kind, duty?.Id, duty is null ? null : DutyWords.Title(duty.Kind, duty.Number), duty?.DueOn, duty?.MeetOn >= user.Today ? duty!.MeetOn : null);
        }).ToList();
        return new Details(
            record.Person.FullName, kinds, dutyId is null ? null : kinds.Find(kind => kind.DutyId == dutyId)?.Of,
            ShowMeeting.FactsOf(record, record.EndsOn, calendar.Value), user.Today);
    }
}
