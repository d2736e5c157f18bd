namespace Apprentices.Features.Drafts;

/// <summary>A form that holds more than texts side by side, and so says itself what was typed in it and how two of it go together.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public interface IJoinedDraft<TForm>
{
    /// <summary>What was typed in it, for somebody who has the form itself on another device.</summary>
    string Words();

    /// <summary>This one with what the other adds; nothing of this one is lost.</summary>
    TForm With(TForm other);
}
