using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>What was answered to the form of the half-yearly talks, so that there is something to read and to count.</content>
public sealed partial class SampleRecord
{
    private const int MostGoals = 6;

    private static readonly (string Nb, string Nn)[] Satisfied =
    [
        ("Jeg tar flere saker selv, og de fleste blir løst.", "Eg tek fleire saker sjølv, og dei fleste blir løyste."),
        ("Møtene jeg har forberedt, har gått bra.", "Møta eg har førebudd, har gått bra."),
        ("Jeg spør tidligere når jeg står fast.", "Eg spør tidlegare når eg står fast."),
    ];

    private static readonly (string Nb, string Nn)[] Mastered =
    [
        ("Arbeider grundig og forklarer godt hva som er gjort.", "Arbeider grundig og forklarer godt kva som er gjort."),
        ("Møter brukerne vennlig og følger rutinene.", "Møter brukarane venleg og følgjer rutinane."),
    ];

    private static readonly (string Nb, string Nn)[] Improve =
    [
        ("Planlegge et helt arbeid alene, fra behov til ferdig. Vi går gjennom planen sammen først.", "Planleggje eit heilt arbeid åleine, frå behov til ferdig. Vi går gjennom planen saman først."),
        ("Skrive ned underveis. Vi setter av en halvtime hver fredag.", "Skrive ned undervegs. Vi set av ein halvtime kvar fredag."),
    ];

    /// <summary>The form the half-yearly talks are held on; needs its edition.</summary>
    public EvaluationFormEdition? Form { get; init; }

    private void AnswerForm(Evaluation talk, Apprenticeship apprenticeship, Language language)
    {
        if (Form is null)
        {
            return;
        }

        talk.TakeForm(Form);
        var turn = used[("form", language)] = used.GetValueOrDefault(("form", language), -1) + 1;
        string In((string Nb, string Nn)[] texts) => language == Language.Nynorsk ? texts[turn % texts.Length].Nn : texts[turn % texts.Length].Nb;

        void Say(FormParties party, string question, string? text = null, string? choice = null, decimal? number = null) =>
            talk.Answer(party, question, Guid.Empty).Say(text, null, choice, null, number);

        Say(FormParties.Apprentice, "satisfied", In(Satisfied));
        Say(FormParties.Apprentice, "takes-part", choice: turn % 7 == 3 ? "no" : "yes");
        Say(FormParties.Apprentice, "knows-goals", choice: (turn % 3) switch { 0 => "well", 1 => "partly", _ => turn % 2 == 0 ? "well" : "partly" });
        Say(FormParties.Apprentice, "wellbeing", choice: turn % 9 == 5 ? "not-well" : turn % 3 == 1 ? "okay" : "well");
        Say(FormParties.Apprentice, "motivation", choice: turn % 4 == 2 ? "some" : "very");
        Say(FormParties.Apprentice, "safety", choice: turn % 5 == 4 ? "no" : "yes");
        Say(FormParties.Apprentice, "facilitation", choice: "no");
        Say(FormParties.Apprentice, "subjects-missing", choice: "no");
        Say(FormParties.Apprentice, "follow-up", choice: turn % 3 == 2 ? "sometimes" : "mostly");
        Say(FormParties.Instructor, "masters", In(Mastered));
        Say(FormParties.Instructor, "improve", In(Improve));
        Say(FormParties.Instructor, "absence-days", number: turn * 3 % 7);
        Say(FormParties.Instructor, "absence-missed", choice: "no");
        foreach (var (goal, place) in apprenticeship.Plan.Where(goal => goal.ExpectedOn <= talk.DueOn).OrderByDescending(goal => goal.ExpectedOn).ThenBy(goal => goal.Order).Take(MostGoals).Select((goal, place) => (goal, place)))
        {
            var level = (Level)Math.Min((int)Level.MastersIndependently, 1 + ((turn + place) % 4));
            Rate(talk, FormParties.Apprentice, goal, place % 3 == 1 && level < Level.MastersIndependently ? level + 1 : level);
            Rate(talk, FormParties.Instructor, goal, level);
            Rate(talk, FormParties.Together, goal, level);
        }
    }

    private static void Rate(Evaluation talk, FormParties party, PlannedGoal goal, Level level)
    {
        var answer = talk.Answer(party, "goals", goal.Id);
        answer.Say(null, level, null, null, null);
        answer.About(goal.Code, goal.Title.Nb);
    }
}
