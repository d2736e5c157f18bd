using System.Security.Cryptography;
using System.Text;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

/// <summary>An apprenticeship with something of everything a portfolio holds.</summary>
public static class PortfolioExample
{
    public const string Markup = "<script>alert('x')</script><b>&amp;\"";
    public const string NotHandedIn = "Kladd som ingen andre leser.";
    public const string Said = "Vi snakket om <i>høsten</i>.";
    public const string Reason = "Grunnen er HRs alene.";

    /// <summary>Three handed in with two files each of one name, one that is not handed in with a file, and one file of a draft.</summary>
    public static async Task<Apprenticeship> PortfolioAsync(this TestApp app, Person apprentice, Person instructor, Person? hrContact = null, int files = 2)
    {
        var contract = await app.Given.ApprenticeshipAsync(apprentice, startsOn: app.Clock.Today.AddMonths(-8), instructor: instructor, hrContact: hrContact);
        await app.ChangeAsync(db => FillAsync(db, app.Clock, contract.Id, apprentice, instructor, files));
        return contract;
    }

    public static Attachment File(Guid apprenticeshipId, Guid byId, DateTimeOffset at, string name, string content, AttachmentKind kind = AttachmentKind.Document, string mediaType = "text/plain")
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new Attachment(apprenticeshipId, byId, at, name, kind, mediaType, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), new AttachmentContent(bytes, thumbnail: null));
    }

    private static async Task FillAsync(AppDbContext db, TestClock clock, Guid id, Person apprentice, Person instructor, int files)
    {
        var (today, now) = (clock.Today, clock.GetUtcNow());
        var hers = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == id);
        hers.Plan[0].Rate(Level.UnderWay, Markup, today.AddDays(-40), instructor.Id, now.AddDays(-40), today);
        hers.Plan[0].Rate(Level.Masters, null, today.AddDays(-4), instructor.Id, now.AddDays(-4), today);
        var talk = hers.Evaluations.OrderBy(one => one.Number).First();
        talk.Hold(talk.WindowStartsOn.AddDays(30), Said, instructor.Id, today);
        talk.Sign(apprentice.Id, Roles.Apprentice, now);
        var change = hers.Record(new ContractApproved(today.AddDays(-100)), Decider.County, today);
        db.Add(new EntryReason(change, null, Reason));
        db.Add(Observation.Write(hers, today.AddDays(-3), $"Så at hun ryddet. {Markup}", [hers.Plan[0]], instructor.Id, now, today));
        for (var day = 1; day <= 3; day++)
        {
            var entry = LogEntry.Write(hers, today.AddDays(-10 - day), $"Dag {day} {Markup}", [hers.Plan[0], hers.Plan[1]], now.AddDays(-10 - day), today, new LogDetails(Reflection: $"Tenkte {Markup}", Minutes: 90));
            for (var file = 1; file <= files; file++)
            {
                entry.Attach(File(id, apprentice.Id, now.AddDays(-10 - day).AddMinutes(file), "../../Bilde: av \"alt\" <b>.txt", $"Innhold {day}-{file}"), most: 1000);
            }

            entry.HandIn(apprentice.Id, now.AddDays(-9 - day));
            if (day == 1)
            {
                entry.Return(instructor.Id, $"Skriv mer. {Markup}", now.AddDays(-8));
                entry.HandIn(apprentice.Id, now.AddDays(-7));
                entry.Approve(new LogApprover(instructor.Id, IsTrainingManager: false), needsTwo: false, now.AddDays(-6));
            }

            db.Add(entry);
        }

        var open = LogEntry.Write(hers, today, NotHandedIn, [hers.Plan[1]], now, today);
        open.Attach(File(id, apprentice.Id, now, "åpen.txt", "Åpent"), most: 10);
        db.AddRange(open, File(id, apprentice.Id, now, "kladd.txt", "Kladd"));
    }
}
