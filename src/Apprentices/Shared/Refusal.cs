using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Shared;

/// <summary>The sentence a person reads when what she asked for could not be done. Anything else is a mistake in the program.</summary>
public static class Refusal
{
    public static string? Of(Exception failure) => failure switch
    {
        RuleException rule => rule.Message,
        DbUpdateConcurrencyException => SharedTexts.LostRace,
        NotThereException => SharedTexts.NotThere,
        _ => null,
    };
}
