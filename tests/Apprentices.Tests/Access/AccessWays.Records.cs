using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Roster;
using Apprentices.Shared;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>Lists and records, as HR keeps them.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfRecords() =>
    [
        Read<ShowOverview>(async (use, _) => await use.RunAsync()),
        Read<ShowTrends>(async (use, _) => await use.RunAsync()),
        Read<ListApprenticeships>(async (use, at) => (await use.RunAsync(new ListQuery(), new Page(0, 100))).Rows.Any(row => row.Id == at.Id)),
        Read<ListChoices>(async (use, at) => (await use.RunAsync()).Supervisors.Any(choice => choice.Id == at[Seat.Instructor]!.Id)),
        Read<DownloadApprenticeships>(async (use, at) =>
            (await ListRead.CsvAsync(output => use.RunAsync(new ListQuery(), output))).Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal)),
        Read<ReadRecordHead>(async (use, at) => await use.RunAsync(at.Id)),
        Read<PreviewRoster>(async (use, at) => await use.RunAsync(at.Review.File, at.Review.Map)),
        Read<ImportRoster>(async (use, at) => (await use.RunAsync(at.Review)).Added == 1),
        Read<ReadApprenticeship>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ReadContractChoices>(async (use, _) => await use.RunAsync()),
        Read<RegisterApprenticeship>(async (use, at) => await use.RunAsync(Filled(new RegisterApprenticeship.Input(), at, "ny@example.no"))),
        Read<CorrectApprenticeship>(async (use, at) => await use.ReadAsync(at.Id), "read"),
        Do<CorrectApprenticeship>((use, at) => use.RunAsync(at.Id, Filled(
            new CorrectApprenticeship.Input { Version = at.Apprenticeship.Version, PersonVersion = at.Apprenticeship.Person.Version },
            at, at.Apprenticeship.Person.Email))),
        Do<RemoveApprenticeship>((use, at) => use.RunAsync(at.Id)),
        Read<FindPeople>(async (use, at) => (await use.RunAsync(at.Apprenticeship.Person.FamilyName)).Any(found => found.Id == at.Apprenticeship.PersonId)),
        Do<AssignSupervisor>((use, at) => use.RunAsync(at.Id, new AssignSupervisor.Input { Person = Of(at[Seat.OtherInstructor]!), FromOn = at.App.Clock.Today })),
        Do<AssignSupervisor>((use, at) => use.EndAsync(
            at.Id, at.Apprenticeship.Assignments.Single(s => s.PersonId == at[Seat.Manager]!.Id).Id, at.App.Clock.Today), "to its end"),
        Read<MoveApprentices>(async (use, at) => (await use.PreviewAsync(at[Seat.Instructor]!.Id, at.App.Clock.Today)).Any(row => row.ApprenticeshipId == at.Id), "to be seen"),
        Read<MoveApprentices>(async (use, at) => await use.RunAsync(new MoveApprentices.Input
        {
            From = Of(at[Seat.Instructor]!), To = Of(at[Seat.OtherInstructor]!), On = at.App.Clock.Today,
        }) == 1),
    ];

    private static PersonChoice Of(Person person) => new() { Id = person.Id };

    private static T Filled<T>(T input, Scene at, string email) where T : ContractInput
    {
        (input.GivenName, input.FamilyName, input.Email) = ("Liv", "Lund", email);
        (input.Workplace, input.CountyNumber, input.CurriculumCode) = ("Drift", "03", Given.CurriculumCode);
        (input.StartsOn, input.EndsOn) = (at.Apprenticeship.StartsOn, at.Apprenticeship.ContractEndsOn);
        return input;
    }
}
