namespace Apprentices.Tests.Access;

/// <content>What a supervisor's Monday is about.</content>
internal static partial class AccessTable
{
    private const string Monday = """
        ListObservations                 yes   yes   yes   -     yes   -     -     yes   -     x     -
        ListObservations: one's own      -     -     -     -     -     -     -     yes   0     x     -
        WriteObservation                 x     x     yes   -     yes   -     -     x     x     x     -
        CorrectObservation: one's own    x     x     yes   -     yes   -     -     x     x     x     -
        CorrectObservation: another's    x     x     -     -     -     -     -     x     x     x     -
        ListMissingObservations          x     x     yes   0     yes   0     0     x     x     x     -
        SkipObservation                  x     x     yes   -     yes   -     -     x     x     x     -
        ReadWorkDone                     x     x     0     0     0     0     yes   x     x     x     -
        PutOffTask: the talk to sign     x     x     yes   -     yes   -     -     x     x     x     -
        BringBackPutOff                  x     x     yes   0     0     0     0     x     x     x     -
        """;
}
