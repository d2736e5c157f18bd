namespace Apprentices.Tests.Access;

/// <content>What was read and changed: who has read a record is for the apprentice, and for HR where there is cause.</content>
internal static partial class AccessTable
{
    private const string OfTraces = """
        ListChanges                      yes   yes   yes   -     yes   -     -     yes   -     x     -
        ListHouseChanges                 yes   yes   x     x     x     x     x     x     x     x     -
        ListRecordReaders                yes   yes   x     x     x     x     x     yes   -     x     -
        ListRecordReaders: without cause  0     0     x     x     x     x     x     yes   -     x     -
        """;
}
