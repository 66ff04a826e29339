namespace Inox.Http.Generators;

internal enum ResponseKind
{
    Nothing,
    Text,
    Bytes,
    Memory,
    Responder,
    Json,
    Result,
    NullableReference,
    NullableValue,
    Union,
    JsonWrapper,
    Created,
}

/// <summary>How a return type answers; `Result` and the like hold how their parts do.</summary>
internal sealed record ResponseModel(ResponseKind Kind, string Type, EquatableArray<ResponseModel> Parts)
{
    public IEnumerable<string> JsonTypes => Kind == ResponseKind.Json ? [Type] : Parts.SelectMany(part => part.JsonTypes);
}
