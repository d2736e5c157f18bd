using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.People;

namespace Apprentices.Tests.Access;

/// <content>People, and finding anything.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfPeople() =>
    [
        Read<ListPeople>(async (use, at) => (await use.RunAsync(at.Apprenticeship.Person.FullName, new Page(0, 20))).Rows.Any(row => row.Id == at.Apprenticeship.PersonId)),
        Read<CorrectPerson>(async (use, at) => await use.ReadAsync(at.Apprenticeship.PersonId), "read"),
        Do<CorrectPerson>((use, at) => use.RunAsync(at.Apprenticeship.PersonId, new CorrectPerson.Input
        {
            GivenName = "Liv", FamilyName = "Berg", Email = at.Apprenticeship.Person.Email, Version = at.Apprenticeship.Person.Version,
        })),
        Read<MergePeople>(async (use, at) => await use.PreviewAsync(at[Seat.FormerInstructor]!.Id), "to be seen"),
        Do<MergePeople>((use, at) => use.RunAsync(new MergePeople.Input { Kept = Of(at[Seat.OtherInstructor]!), Gone = Of(at[Seat.FormerInstructor]!) })),
        Read<SearchAnything>(async (use, at) => (await use.RunAsync(at.Apprenticeship.Person.FullName)).Records.Any(row => row.Id == at.Id)),
        Read<SearchAnything>(async (use, at) => (await use.RunAsync(at[Seat.Instructor]!.FullName)).People.Any(row => row.Id == at[Seat.Instructor]!.Id), "its instructor"),
    ];
}
