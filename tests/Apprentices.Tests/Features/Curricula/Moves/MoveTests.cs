using Apprentices.Domain;
using Apprentices.Features.Curricula.Moves;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Curricula.Moves;

/// <summary>A curriculum of four goals with a second edition of three: KM9001 stays, KM9002 and KM9003 become KM9101, KM9004 ends, KM9102 is new.</summary>
public abstract class MoveTests : AppTests
{
    protected static readonly EditionKey First = new(Given.CurriculumCode, 1);
    protected static readonly EditionKey Second = new(Given.CurriculumCode, 2);

    protected Person Hr { get; private set; } = null!;

    protected Person Instructor { get; private set; } = null!;

    protected Apprenticeship Contract { get; private set; } = null!;

    protected DateOnly Today => App.Clock.Today;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Hr, Instructor) = (await Given.HrAsync(), await Given.InstructorAsync());
        Contract = await ContractAsync();
        await App.ChangeAsync(async db =>
        {
            var curriculum = await db.Curricula.Include(c => c.AllGoals).Include(c => c.Editions).SingleAsync(c => c.Code == Given.CurriculumCode);
            curriculum.BeginEdition(App.Clock.GetUtcNow());
            Add(curriculum, "KM9001", 1, "Mål 1");
            Add(curriculum, "KM9101", 2, "Mål 2 og mål 3");
            Add(curriculum, "KM9102", 3, "Noe som ingen har tenkt på før");
        });
    }

    /// <summary>A contract from when the first edition was in force.</summary>
    protected async Task<Apprenticeship> ContractAsync(string? named = null, DateOnly? endsOn = null)
    {
        var edition = await App.DbAsync(db => db.Curricula.Where(c => c.Code == Given.CurriculumCode).Select(c => c.Edition).FirstOrDefaultAsync());
        await InForceAsync(1);
        var contract = await Given.ApprenticeshipAsync(
            named is null ? null : await Given.PersonAsync(Roles.Apprentice, named), goals: 4, instructor: Instructor, endsOn: endsOn);
        await InForceAsync(Math.Max(edition, 1));
        return contract;
    }

    protected MoveInput Input(params IEnumerable<Apprenticeship> chosen) => new()
    {
        From = First,
        To = Second,
        Pairs = [new("KM9001", "KM9001"), new("KM9002", "KM9101"), new("KM9003", "KM9101")],
        Apprenticeships = [.. chosen.Select(a => new MoveInput.Chosen(a.Id, a.Version))],
    };

    protected Task<MoveToEdition.Result> MoveAsync(MoveInput input) => App.As(Hr).RunAsync((MoveToEdition use) => use.RunAsync(input));

    protected async Task RateAsync(string code, Level level, Apprenticeship? of = null) => await App.ChangeAsync(async db =>
    {
        var id = (of ?? Contract).Id;
        var goal = await db.PlannedGoals.SingleAsync(g => g.ApprenticeshipId == id && g.Code == code && g.LeftOn == null);
        goal.Rate(level, $"Vurdert som {code}", Today.AddDays(-3), Instructor.Id, App.Clock.GetUtcNow(), Today);
        db.AddRange(goal.Ratings);
    });

    protected async Task WriteAsync(string code) => await App.ChangeAsync(async db =>
    {
        var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == Contract.Id);
        db.Add(HandedIn.Entry(record, Today, "Arbeidet.", [record.Plan.Single(goal => goal.Code == code)], App.Clock.GetUtcNow(), Today));
    });

    private Task<int> InForceAsync(int edition) => App.DbAsync(db =>
        db.Curricula.Where(c => c.Code == Given.CurriculumCode).ExecuteUpdateAsync(set => set.SetProperty(c => c.Edition, edition)));

    private static void Add(Curriculum curriculum, string code, int order, string title) => curriculum.Add(new Goal(code, order, new LocalText(title, title, title)));
}
