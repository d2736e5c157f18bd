using Apprentices.Domain;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Evaluations.Together;

/// <summary>A talk under way between an apprentice and those who follow her up, on the form that ships.</summary>
internal sealed class TogetherScene
{
    /// <summary>Questions of the form that all answer together.</summary>
    public const string Masters = "masters";
    public const string Improve = "improve";
    public const string Priorities = "priorities";
    public const string Goals = "goals";
    public const string LookAgain = "look-again";

    private TogetherScene(TestApp app) => App = app;

    public TestApp App { get; }
    public required Person Ingrid { get; init; }
    public required Person Siv { get; init; }
    public required Person Tor { get; init; }
    public required Person Nina { get; init; }
    public required Apprenticeship Contract { get; init; }
    public required Guid TalkId { get; init; }

    public static async Task<TogetherScene> BeginAsync(TestApp app, bool begin = true)
    {
        var (ingrid, siv) = (await app.Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), await app.Given.InstructorAsync("Siv Åmot"));
        var (tor, nina) = (await app.Given.TrainingManagerAsync("Tor Eide"), await app.Given.HrAsync("Nina Dahl"));
        var contract = await app.Given.ApprenticeshipAsync(ingrid, startsOn: app.Clock.Today.AddMonths(-5), instructor: siv, trainingManager: tor, hrContact: nina);
        var scene = new TogetherScene(app) { Ingrid = ingrid, Siv = siv, Tor = tor, Nina = nina, Contract = contract, TalkId = contract.Evaluations[0].Id };
        if (begin)
        {
            await app.As(siv).RunAsync((BeginTalk use) => use.RunAsync(scene.TalkId));
        }

        return scene;
    }

    public Task<ReadTogether.Details?> ReadAsync(Person who, bool again = true) => App.As(who).RunAsync((ReadTogether use) => use.RunAsync(TalkId, again));

    public async Task<ReadTogether.Block> BlockAsync(string question) => (await ReadAsync(Siv))!.Blocks.Single(block => block.Question == question);

    public Task<TakeBlock.Taken> TakeAsync(Person who, string question) => App.As(who).RunAsync((TakeBlock use) => use.RunAsync(TalkId, question));

    public Task<WriteBlock.Written> WriteAsync(Person who, string question, string text, int seen) =>
        App.As(who).RunAsync((WriteBlock use) => use.RunAsync(TalkId, new WriteBlock.Input { Question = question, Text = text, Seen = seen }));

    /// <summary>Takes a block and writes in it.</summary>
    public async Task WriteAsync(Person who, string question, string text) => await WriteAsync(who, question, text, (await TakeAsync(who, question)).Version);

    public Task<Guid> AgreeOnAsync(Person who, string what, Person responsible, int days = 14) => App.As(who).RunAsync((AddAction use) => use.RunAsync(
        TalkId, new ActionInput { What = what, ResponsibleId = responsible.Id, DueOn = App.Clock.Today.AddDays(days) }));

    public Task<bool> AgreeOnLevelAsync(Person who, PlannedGoal goal, Level level, int? seen = null) => App.As(who).RunAsync((AgreeOnAnswer use) => use.RunAsync(
        TalkId, new AgreeOnAnswer.Input { Question = Goals, GoalId = goal.Id, Level = level, Seen = seen }));

    public Task FinishAsync(Person who, DateOnly? on = null) => App.As(who).RunAsync((FinishTalk use) => use.RunAsync(TalkId, new FinishTalk.Input { HeldOn = on ?? App.Clock.Today }));

    /// <summary>Writes what the form asks for.</summary>
    public async Task AnswerAllAsync()
    {
        await WriteAsync(Siv, Masters, "Mestrer feilsøking.");
        await WriteAsync(Siv, Improve, "Skal planlegge mer.");
        await WriteAsync(Ingrid, Priorities, "Et system fra behov til drift.");
    }

    public Task<Evaluation> TalkAsync() => App.DbAsync(db => db.Evaluations
        .Include(e => e.Blocks).ThenInclude(block => block.Suggestions).Include(e => e.Documents).Include(e => e.Signatures).Include(e => e.Actions).Include(e => e.Answers)
        .AsSplitQuery().SingleAsync(e => e.Id == TalkId));

    /// <summary>A device with a page of its own, on which somebody writes in a block.</summary>
    public Device DeviceOf(Person who, string question, TestApp? on = null) => new((on ?? App).Services.CreateAsyncScope(), who, TalkId, question);

    internal sealed class Device : IAsyncDisposable
    {
        private readonly AsyncServiceScope scope;

        public Device(AsyncServiceScope scope, Person who, Guid talkId, string question)
        {
            this.scope = scope;
            var services = scope.ServiceProvider;
            services.GetRequiredService<CurrentUserAccessor>().ActAs(who.Id);
            (Who, Question, Pen) = (who, question, new BlockPen(talkId, question, services.GetRequiredService<TakeBlock>(), services.GetRequiredService<WriteBlock>(), services.GetRequiredService<LeaveBlock>()));
        }

        public Person Who { get; }
        public string Question { get; }
        public BlockPen Pen { get; }

        public ValueTask DisposeAsync()
        {
            Pen.Dispose();
            return scope.DisposeAsync();
        }
    }
}
