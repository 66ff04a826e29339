namespace Inox.JavaScript.Tests.Conformance;

/// <summary>One judged test of a pack. Groups are counted apart: what a suite demands is not the same in each.</summary>
public readonly record struct SuiteResult(string Id, string Group, bool Passed, string Why);
