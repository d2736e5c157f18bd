using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Samples;

/// <content>Who has read a record in the last days.</content>
public sealed partial class AddSampleData
{
    private const string Read = "Ingrid Solheim";

    /// <summary>Those who follow her up have opened what they work with; HR looked once, and said why.</summary>
    private async Task AddReadingsAsync(AppDbContext db, CancellationToken cancel)
    {
        if (db.Apprenticeships.Local.FirstOrDefault(a => a.Person.FullName == Read) is not { } record)
        {
            return;
        }

        var today = clock.Today();
        Guid? Of(AssignmentRole role) => record.CurrentAssignment(role, today)?.PersonId;
        (Guid? Reader, Opened What, int HoursAgo, string Purpose)[] readings =
        [
            (Of(AssignmentRole.Instructor), Opened.Record, 3, ""), (Of(AssignmentRole.Instructor), Opened.Log, 3, ""), (Of(AssignmentRole.TrainingManager), Opened.Plan, 27, ""),
            (Of(AssignmentRole.TrainingManager), Opened.Record, 28, ""), (Of(AssignmentRole.HrContact), Opened.Record, 76, ""),
            (Of(AssignmentRole.HrContact), Opened.Readers, 76, SampleTexts.WhyHrLooked), (Of(AssignmentRole.Instructor), Opened.Portfolio, 150, ""),
        ];
        var people = await TracePeople.LoadAsync(db, traceKeys, [record.PersonId, .. readings.Select(reading => reading.Reader)], cancel);
        foreach (var reading in readings.Where(reading => reading.Reader is not null))
        {
            var trace = new AccessTrace(
                people.Of(record.PersonId)!, record.Id, people.Of(reading.Reader)!, reading.What, thingId: null, nameof(AddSampleData), clock.GetUtcNow().AddHours(-reading.HoursAgo));
            trace.Lock(traceKeys, reading.Purpose);
            db.Add(trace);
        }

        await db.SaveChangesAsync(cancel);
    }
}
