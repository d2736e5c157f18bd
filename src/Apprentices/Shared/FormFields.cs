using Microsoft.AspNetCore.Components.Forms;

namespace Apprentices.Shared;

/// <summary>Something that must be corrected, and the field it is at where there is one.</summary>
public sealed record FormError(IFormField? At, string Message);

/// <summary>The fields of one form, in the order they were drawn.</summary>
public sealed class FormFields
{
    private readonly List<IFormField> fields = [];

    public void Add(IFormField field) => fields.Add(field);

    public void Remove(IFormField field) => fields.Remove(field);

    /// <summary>What is wrong, in the order of the fields; what belongs to none of them comes last.</summary>
    public IReadOnlyList<FormError> Errors(EditContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var atFields = fields
            .SelectMany(at => context.GetValidationMessages(at.Identifier).Distinct(StringComparer.Ordinal).Select(message => new FormError(at, message)))
            .ToList();
        var others = context.GetValidationMessages()
            .Except(atFields.Select(error => error.Message), StringComparer.Ordinal)
            .Select(message => new FormError(null, message));
        return [.. atFields, .. others];
    }
}
