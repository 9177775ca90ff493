using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Unrolled.Testing.NoTraceLast))]

namespace Unrolled.Testing;

/// <summary>Part of every test project, and run when all its other tests have ended: they leave no trace.</summary>
[CollectionDefinition(nameof(NoTraceTests), DisableParallelization = true)]
[Collection(nameof(NoTraceTests))]
public sealed class NoTraceTests(OwnTemporaryFolder temporary)
{
    [Fact]
    public void Tests_leave_nothing_in_the_temporary_folder() => Assert.Empty(temporary.Entries);

    [Fact]
    public void Tests_leave_a_learners_progress_as_it_was() => Assert.Equal(temporary.ProgressBefore, LearnersProgress.Read());
}

/// <summary>Collections that may run together come first, and of the others this one is the last.</summary>
public sealed class NoTraceLast : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName == nameof(NoTraceTests))];
}
