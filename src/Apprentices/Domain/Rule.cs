namespace Apprentices.Domain;

/// <summary>A rule of the trade that what was asked would break. The message is written for the person who asked.</summary>
public sealed class RuleException(string message) : Exception(message);

/// <summary>Something that is not there, or that the person asking may not know of: both look the same from outside.</summary>
public sealed class NotThereException() : Exception("Not there, or not visible to the one who asked.");

/// <summary>States the rules of the entities, one line each.</summary>
public static class Rule
{
    /// <summary>Refuses with a sentence for the user unless the condition holds.</summary>
    /// <exception cref="RuleException">The condition does not hold.</exception>
    public static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new RuleException(otherwise);
        }
    }
}
