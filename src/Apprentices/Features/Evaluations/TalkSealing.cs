using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>Fixes what is signed of a held talk, with the names as they are now.</summary>
internal static class TalkSealing
{
    /// <summary>A talk with all that is sealed of it.</summary>
    public static IQueryable<Evaluation> WithSealed(this IQueryable<Evaluation> talks) => talks
        .Include(e => e.FormEdition)
        .Include(e => e.Answers)
        .Include(e => e.Blocks)
        .Include(e => e.Actions)
        .Include(e => e.Participants).ThenInclude(p => p.Person)
        .Include(e => e.Signatures)
        .Include(e => e.Documents)
        .Include(e => e.Addenda)
        .AsSplitQuery();

    /// <summary>Seals a talk that was read by <see cref="WithSealed"/>; nothing is saved.</summary>
    public static async Task SealAsync(AppDbContext db, Evaluation talk, string employer, DateTimeOffset at, CancellationToken cancel)
    {
        var (json, hash) = TalkSeal.Of(talk, await HeaderAsync(db, talk, employer, cancel));
        talk.Seal(0, json, hash, at);
    }

    /// <summary>What stands above it, with the names as they are now.</summary>
    public static async Task<TalkHeader> HeaderAsync(AppDbContext db, Evaluation talk, string employer, CancellationToken cancel)
    {
        var day = talk.HeldOn;
        var contract = await db.Apprenticeships
            .Where(a => a.Id == talk.ApprenticeshipId)
            .Select(a => new
            {
                Name = a.Person.GivenName + " " + a.Person.FamilyName,
                Trade = a.Curriculum.Trade.Nb,
                a.CurriculumCode,
                Workplace = a.Workplace.Name,
                People = a.Assignments
                    .Where(s => s.Role <= AssignmentRole.Instructor && s.FromOn <= day && (s.ToOn == null || s.ToOn >= day))
                    .OrderByDescending(s => s.Role).ThenBy(s => s.IsDeputy).ThenBy(s => s.Person.SortName)
                    .Select(s => new { s.Role, Name = s.Person.GivenName + " " + s.Person.FamilyName })
                    .ToList(),
            })
            .SingleAsync(cancel);
        var holder = await db.People.Where(p => p.Id == talk.HeldById).Select(p => p.GivenName + " " + p.FamilyName).SingleOrDefaultAsync(cancel);
        return new TalkHeader(
            employer, contract.Name, contract.Trade, contract.CurriculumCode, contract.Workplace, holder ?? "",
            [
                $"{contract.Name} ({FormParties.Apprentice})",
                .. contract.People.Select(person => $"{person.Name} ({person.Role})").Distinct(),
                .. talk.Participants.Select(one => one.Person?.FullName ?? $"{one.GuestName} ({one.GuestRole})").Order(StringComparer.Ordinal),
            ]);
    }

    /// <summary>Whatever is sealed is saved with it, so that who writes in this moment loses the race and looks again.</summary>
    public static void TouchAll(AppDbContext db, Evaluation talk)
    {
        foreach (var block in talk.Blocks)
        {
            db.Entry(block).Property(one => one.Text).IsModified = true;
        }

        foreach (var answer in talk.Answers.Where(answer => answer.Party == FormParties.Together))
        {
            db.Entry(answer).Property(one => one.Text).IsModified = true;
        }

        foreach (var action in talk.Actions)
        {
            db.Entry(action).Property(one => one.What).IsModified = true;
        }
    }
}
