using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Apprentices.Shared;

/// <summary>A field the summary of a form can name and move the focus to.</summary>
public interface IFormField
{
    FieldIdentifier Identifier { get; }

    string Label { get; }

    ValueTask FocusAsync();
}

/// <summary>
/// What every field has in common: a label above, help under the label, the error at the field, and ids that tie them
/// together. It stands in an <see cref="AppForm{TInput}" />, or alone where nothing is validated.
/// </summary>
public abstract class Field<TValue> : InputBase<TValue>, IFormField
{
    [CascadingParameter]
    public FormFields? Form { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>Says "(valgfritt)" after the label. What must be filled in is not marked.</summary>
    [Parameter]
    public bool Optional { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>The control that takes the focus.</summary>
    public ElementReference Control { get; set; }

    public string Id { get; } = $"f-{Guid.CreateVersion7():N}";

    public FieldIdentifier Identifier => FieldIdentifier;

    /// <summary>Whether to report the value at each keystroke, so that a draft can be kept.</summary>
    [Parameter]
    public bool AsTyped { get; set; }

    public IReadOnlyList<string> Errors =>
        EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier).Distinct(StringComparer.Ordinal)];

    public string? DescribedBy
    {
        get
        {
            var ids = new List<string>();
            if (ShownHelp is not null)
            {
                ids.Add($"{Id}-help");
            }

            if (Errors.Count > 0)
            {
                ids.Add($"{Id}-error");
            }

            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    public string? Invalid => Errors.Count > 0 ? "true" : null;

    /// <summary>The help under the label; a kind of field may have its own.</summary>
    public virtual string? ShownHelp => Help;

    public ValueTask FocusAsync() => Control.FocusAsync();

    protected override void OnInitialized() => Form?.Add(this);

    protected override void Dispose(bool disposing)
    {
        Form?.Remove(this);
        base.Dispose(disposing);
    }
}
