using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Finds how a return type answers.</summary>
internal static class ResponseReader
{
    /// <summary>What is inside of `Task` and `ValueTask`.</summary>
    public static (ITypeSymbol Type, AwaitKind Await) Unwrap(ITypeSymbol type)
    {
        if (type.Name is not ("Task" or "ValueTask") || !type.IsIn("System", "Threading", "Tasks")) return (type, AwaitKind.None);
        return type.Argument() is { } value ? (value, AwaitKind.Value) : (type, AwaitKind.Nothing);
    }

    public static ResponseModel Read(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void || type.Name is "Task" or "ValueTask") return Of(ResponseKind.Nothing, type);
        if (TextParser.IsNullable(type, out ITypeSymbol inner))
            return Of(type.IsValueType ? ResponseKind.NullableValue : ResponseKind.NullableReference, type, Read(inner));
        if (type.SpecialType == SpecialType.System_String) return Of(ResponseKind.Text, type);
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }) return Of(ResponseKind.Bytes, type);
        if (type.Name == "ReadOnlyMemory" && type.Argument()?.SpecialType == SpecialType.System_Byte) return Of(ResponseKind.Memory, type);
        if (type.IsInox("Result") && type is INamedTypeSymbol { TypeArguments: [var value, var error] }) return Of(ResponseKind.Result, type, Read(value), Read(error));
        if (type.IsInox("AnyOf") && type is INamedTypeSymbol union) return Of(ResponseKind.Union, type, [.. union.TypeArguments.Select(Read)]);
        if (type.IsInox("Json")) return Of(ResponseKind.JsonWrapper, type, Of(ResponseKind.Json, type.Argument()!));
        if (type.IsInox("Created")) return Of(ResponseKind.Created, type, Read(type.Argument()!));
        return type.IsInox("IResponder") || type.Implements("IResponder") ? Of(ResponseKind.Responder, type) : Of(ResponseKind.Json, type);
    }

    private static ResponseModel Of(ResponseKind kind, ITypeSymbol type, params ResponseModel[] parts) => new(kind, type.Full(), new(parts));
}
