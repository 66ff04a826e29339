namespace Inox.Http;

/// <summary>201 with the place of what was made; the value is answered like any other.</summary>
public readonly record struct Created<T>(T Value, string Location);
