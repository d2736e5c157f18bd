namespace Apprentices.Tests.Access;

/// <content>Forms are HR's to change; everybody who trains may read them. Figures are HR's.</content>
internal static partial class AccessTable
{
    private const string Forms = """
        ListTalkForms                    yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ShowTalkForm                     yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ShowFormEdition                  yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        CreateTalkForm: to copy          yes   yes   x     x     x     x     x     x     x     x     -
        CreateTalkForm                   yes   yes   x     x     x     x     x     x     x     x     -
        DescribeTalkForm                 yes   yes   x     x     x     x     x     x     x     x     -
        WriteFormSection                 yes   yes   x     x     x     x     x     x     x     x     -
        WriteFormQuestion                yes   yes   x     x     x     x     x     x     x     x     -
        ArrangeForm                      yes   yes   x     x     x     x     x     x     x     x     -
        SetFormSigning                   yes   yes   x     x     x     x     x     x     x     x     -
        PublishTalkForm                  yes   yes   x     x     x     x     x     x     x     x     -
        DropFormEdition                  yes   yes   x     x     x     x     x     x     x     x     -
        RetireTalkForm                   yes   yes   x     x     x     x     x     x     x     x     -
        ReadFormFigures                  yes   yes   x     x     x     x     x     x     x     x     -
        DownloadFormFigures              yes   yes   x     x     x     x     x     x     x     x     -
        """;
}
