using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Reads the members of a type that is bound by name: the parameters of its longest constructor, or its settable properties when that has none.</summary>
internal static class ShapeReader
{
    /// <returns>The shape, or null with a fault that says what cannot be bound.</returns>
    public static ShapeModel? Read(ITypeSymbol type, bool isForm, out string fault)
    {
        fault = $"`{type.Short()}` has no constructor or properties to bind";
        if (type is not INamedTypeSymbol { IsAbstract: false } named) return null;
        IMethodSymbol? constructor = named.InstanceConstructors
            .Where(each => each.DeclaredAccessibility == Accessibility.Public && !(each.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(each.Parameters[0].Type, type)))
            .OrderByDescending(each => each.Parameters.Length).FirstOrDefault();
        if (constructor is null) return null;
        IEnumerable<(ISymbol Symbol, ITypeSymbol Type, string? Default)> symbols = constructor.Parameters.Length > 0
            ? constructor.Parameters.Select(parameter => ((ISymbol)parameter, parameter.Type, TextParser.Literal(parameter)))
            : named.GetMembers().OfType<IPropertySymbol>().Where(each => each is { IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public })
                .Select(property => ((ISymbol)property, property.Type, property.IsRequired ? null : "default!"));
        List<MemberModel> members = [];
        foreach ((ISymbol symbol, ITypeSymbol memberType, string? literal) in symbols)
        {
            if (ReadMember(symbol, memberType, constructor.Parameters.Length > 0, isForm, literal) is not { } member)
            {
                fault = $"no text becomes the `{memberType.Short()}` that `{symbol.Name}` of `{type.Short()}` is{(isForm ? "" : "; files come with forms")}";
                return null;
            }
            members.Add(member);
        }
        return members.Count == 0 ? null : new(type.Full(), type.Implements("IValidated"), new(members));
    }

    private static MemberModel? ReadMember(ISymbol symbol, ITypeSymbol type, bool isConstructor, bool isForm, string? literal)
    {
        bool isNullable = TextParser.IsNullable(type, out ITypeSymbol inner);
        ITypeSymbol? element = TextParser.ElementOf(inner);
        ITypeSymbol one = element ?? inner;
        bool isFile = isForm && one.IsInox("FormFile");
        string? parser = isFile ? "" : TextParser.For(one);
        if (parser is null) return null;
        MemberKind kind = (isFile, element is null) switch
        {
            (true, true) => MemberKind.File,
            (true, false) => MemberKind.Files,
            (false, true) => MemberKind.Text,
            (false, false) => MemberKind.Texts,
        };
        string source = ParameterReader.ReadSource(symbol)?.Source ?? char.ToLowerInvariant(symbol.Name[0]) + symbol.Name.Substring(1);
        Absence absence = literal is not null ? Absence.Default : isNullable ? Absence.Null : Absence.Problem;
        return new(symbol.Name, kind, inner.Full(), one.Full(), source, parser, TextParser.Fault(one), isConstructor, absence, literal);
    }
}
