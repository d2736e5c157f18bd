namespace Apprentices.Shared;

/// <summary>Something wrong with a part of a form's model.</summary>
public sealed record WrongPart(object Part, string Property, string Message);

/// <summary>A form model whose fields belong to objects inside it, such as the answers to a form; each is told at its field.</summary>
public interface IValidatedInParts
{
    IEnumerable<WrongPart> WrongParts();
}
