using System.Text.Json.Serialization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Decides who signs the talks held on a form, and in which order, in the edition that is begun.</summary>
public sealed class SetFormSigning(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>Those who may sign.</summary>
    public static IReadOnlyList<FormParties> Parties { get; } = [FormParties.Apprentice, FormParties.Instructor, FormParties.TrainingManager, FormParties.Hr];

    /// <summary>In which step each signs; 0: does not.</summary>
    public sealed class Input
    {
        public int Apprentice { get; set; }
        public int Instructor { get; set; }
        public int TrainingManager { get; set; }
        public int Hr { get; set; }

        /// <summary>The steps as they stood when this was opened.</summary>
        public string? Seen { get; set; }

        [JsonIgnore]
        public IReadOnlyList<FormParties> Steps =>
        [
            .. new[] { (FormParties.Apprentice, Apprentice), (FormParties.Instructor, Instructor), (FormParties.TrainingManager, TrainingManager), (FormParties.Hr, Hr) }
                .Where(one => one.Item2 > 0)
                .GroupBy(one => one.Item2, one => one.Item1)
                .OrderBy(step => step.Key)
                .Select(step => step.Aggregate(FormParties.None, (all, party) => all | party)),
        ];

        public static Input Of(FormContent content)
        {
            ArgumentNullException.ThrowIfNull(content);
            int StepOf(FormParties party) => content.SigningSteps.TakeWhile(step => !step.HasFlag(party)).Count() is var before && before < content.SigningSteps.Count ? before + 1 : 0;
            return new Input
            {
                Apprentice = StepOf(FormParties.Apprentice),
                Instructor = StepOf(FormParties.Instructor),
                TrainingManager = StepOf(FormParties.TrainingManager),
                Hr = StepOf(FormParties.Hr),
                Seen = OpenForms.Seen(content.SigningSteps),
            };
        }
    }

    /// <exception cref="RuleException">The apprentice or a supervisor is missing.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        var content = form.Working();
        OpenForms.RequireSeen(content.SigningSteps, input.Seen);
        var changed = content with { SigningSteps = input.Steps };
        Rule.Require(changed.Problems.All(problem => problem.Sentence != RuleTexts.SignersMissing), RuleTexts.SignersMissing);
        await db.WriteAsync(form, changed, cancel);
    }
}
