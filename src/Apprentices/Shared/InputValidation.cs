using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Apprentices.Shared;

/// <summary>
/// Validates an Input by its DataAnnotations and says what is wrong in the reader's language. An attribute needs no message
/// of its own; one that has a resource name keeps it.
/// </summary>
public sealed class InputValidation : ComponentBase, IDisposable
{
    private ValidationMessageStore messages = null!;

    [CascadingParameter]
    public required EditContext Context { get; set; }

    public void Dispose()
    {
        Context.OnValidationRequested -= ValidateAll;
        Context.OnFieldChanged -= ValidateField;
    }

    protected override void OnInitialized()
    {
        messages = new ValidationMessageStore(Context);
        Context.OnValidationRequested += ValidateAll;
        Context.OnFieldChanged += ValidateField;
    }

    private void ValidateAll(object? sender, ValidationRequestedEventArgs e)
    {
        messages.Clear();
        foreach (var property in Context.Model.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            Judge(new FieldIdentifier(Context.Model, property.Name));
        }

        foreach (var wrong in (Context.Model as IValidatedInParts)?.WrongParts() ?? [])
        {
            messages.Add(new FieldIdentifier(wrong.Part, wrong.Property), wrong.Message);
        }

        if (!Context.GetValidationMessages().Any() && Context.Model is IValidatableObject whole)
        {
            foreach (var result in whole.Validate(new ValidationContext(Context.Model)))
            {
                var name = result.MemberNames.FirstOrDefault() ?? "";
                messages.Add(new FieldIdentifier(Context.Model, name), result.ErrorMessage ?? ValidationTexts.Invalid);
            }
        }

        Context.NotifyValidationStateChanged();
    }

    private void ValidateField(object? sender, FieldChangedEventArgs e)
    {
        messages.Clear(e.FieldIdentifier);
        Judge(e.FieldIdentifier);
        Context.NotifyValidationStateChanged();
    }

    private void Judge(FieldIdentifier field)
    {
        // What was typed could not be read: the field says so itself, and "fill in" would be beside the point.
        if (Context.GetValidationMessages(field).Any() || field.Model.GetType().GetProperty(field.FieldName) is not { } property)
        {
            return;
        }

        var value = property.GetValue(field.Model);
        var about = new ValidationContext(field.Model) { MemberName = property.Name };
        foreach (var rule in property.GetCustomAttributes(inherit: true).OfType<ValidationAttribute>())
        {
            if (rule.GetValidationResult(value, about) is { } failure && failure != ValidationResult.Success)
            {
                messages.Add(field, HasOwnMessage(rule) ? failure.ErrorMessage ?? ValidationTexts.Invalid : Say(rule));
                return;
            }
        }
    }

    // The attributes for e-mail, phone and address carry an English message from the start; it does not count.
    private static bool HasOwnMessage(ValidationAttribute rule) =>
        rule.ErrorMessageResourceName is not null || (rule.ErrorMessage is not null && rule is not DataTypeAttribute);

    private static string Say(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => ValidationTexts.Required,
        StringLengthAttribute { MinimumLength: > 0 } length => Texts.Format(ValidationTexts.LengthBetween, length.MinimumLength, length.MaximumLength),
        StringLengthAttribute length => Texts.Format(ValidationTexts.TooLong, length.MaximumLength),
        MaxLengthAttribute length => Texts.Format(ValidationTexts.TooLong, length.Length),
        MinLengthAttribute length => Texts.Format(ValidationTexts.TooShort, length.Length),
        LengthAttribute count => Texts.Format(ValidationTexts.LengthBetween, count.MinimumLength, count.MaximumLength),
        RangeAttribute range => Texts.Format(ValidationTexts.Range, range.Minimum, range.Maximum),
        EmailAddressAttribute => ValidationTexts.Email,
        PhoneAttribute => ValidationTexts.Phone,
        UrlAttribute => ValidationTexts.Url,
        RegularExpressionAttribute => ValidationTexts.Pattern,
        CompareAttribute => ValidationTexts.Different,
        _ => ValidationTexts.Invalid,
    };
}
