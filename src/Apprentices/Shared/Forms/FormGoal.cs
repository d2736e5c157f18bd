using Apprentices.Domain;

namespace Apprentices.Shared.Forms;

/// <summary>A goal of her plan that a question is answered for.</summary>
/// <param name="Id">The planned goal.</param>
/// <param name="Code">Udir's code.</param>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Standing">Where it stands in the plan; empty: not to be shown.</param>
public sealed record FormGoal(Guid Id, string Code, string Title, Level? Standing = null);
