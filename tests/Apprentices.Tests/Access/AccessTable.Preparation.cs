namespace Apprentices.Tests.Access;

/// <content>How talks are prepared, compared and followed.</content>
internal static partial class AccessTable
{
    private const string OfPreparation = """
        ReadPreparationState             yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowPreparation                  -     yes   yes   -     yes   -     -     yes   -     x     -
        SavePreparation                  -     rule  yes   -     yes   -     -     yes   -     x     -
        HandInPreparation: not whole     -     rule  rule  -     rule  -     -     rule  -     x     -
        TakeBackPreparation: nothing handed in  -  rule  rule  -  rule  -     -     rule  -     x     -
        CompareAnswers                   -     yes   yes   -     yes   -     -     yes   -     x     -
        CompareAnswers: the former's     -     yes   yes   -     yes   -     yes   yes   -     x     -
        ListTalkReaders                  x     x     x     x     x     x     x     yes   -     x     -
        ShowGoalTrends                   x     x     yes   -     yes   -     -     yes   -     x     -
        """;
}
