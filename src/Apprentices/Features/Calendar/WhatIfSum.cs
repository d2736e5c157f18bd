using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Calendar;

/// <summary>A question with its answer as the sums of the duties give it. Stores nothing and reads nothing about anybody.</summary>
public sealed record WhatIfSum(
    WhatIfQuestion Question, ContractState State, IReadOnlyList<Duty> Duties, int? FinalTestWorkingDays, IReadOnlyDictionary<Guid, LocalText> Points)
{
    public string TitleOf(Duty duty) => DutyWords.Title(duty, Points.GetValueOrDefault(duty.Subject));

    /// <summary>The answer, or what is wrong with the question, field by field.</summary>
    internal static async Task<(WhatIfSum? Sum, IReadOnlyList<(string Path, string Sentence)> Wrong)> MakeAsync(
        AppDbContext db, DutyRulebook rulebook, WhatIfQuestion question, CancellationToken cancel)
    {
        var curricula = await db.Curricula.OrderBy(c => c.Code).Select(c => new { c.Code, c.FinalTestWorkingDays }).ToListAsync(cancel);
        var wrong = WhatIfCheck.Findings(question, [.. curricula.Select(c => c.Code)]);
        if (wrong.Count > 0)
        {
            return (null, wrong);
        }

        var curriculum = curricula.First(c => c.Code.Equals(question.Curriculum, StringComparison.OrdinalIgnoreCase));
        var state = (question with { Curriculum = curriculum.Code }).ToState();
        var rules = await rulebook.ReadAsync(db, cancel);
        return (new WhatIfSum(
            question, state, Domain.Duties.For(new DutyFacts(state), rules), curriculum.FinalTestWorkingDays, rules.Checklist.ToDictionary(p => p.Id, p => p.Title)), []);
    }
}
