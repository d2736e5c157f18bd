using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>The sentence a person reads when what she asked for could not be done. Anything else is a mistake in the program.</summary>
public static class Refusal
{
    public static string? Of(Exception failure) => failure switch
    {
        RuleException rule => rule.Message,
        NotThereException => SharedTexts.NotThere,
        _ when LostRace.Caused(failure) => SharedTexts.LostRace,
        _ => null,
    };
}
