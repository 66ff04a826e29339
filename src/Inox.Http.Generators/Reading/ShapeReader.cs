using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Reads the members of a type that is bound by name: the parameters of its longest constructor, or its settable properties when that has none.</summary>
internal static class ShapeReader
{
    public static ShapeModel? Read(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsAbstract: false } named) return null;
        IMethodSymbol? constructor = named.InstanceConstructors
            .Where(each => each.DeclaredAccessibility == Accessibility.Public && !(each.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(each.Parameters[0].Type, type)))
            .OrderByDescending(each => each.Parameters.Length).FirstOrDefault();
        if (constructor is null) return null;
        List<MemberModel> members = [];
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (ReadMember(parameter, parameter.Name, parameter.Type, isConstructor: true, TextParser.Literal(parameter)) is not { } member) return null;
            members.Add(member);
        }
        if (members.Count == 0)
        {
            foreach (IPropertySymbol property in named.GetMembers().OfType<IPropertySymbol>().Where(each => each is { IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public }))
            {
                string? missing = property.IsRequired ? null : "default!";
                if (ReadMember(property, property.Name, property.Type, isConstructor: false, missing) is not { } member) return null;
                members.Add(member);
            }
        }
        return members.Count == 0 ? null : new(type.Full(), type.Implements("IValidated"), new(members));
    }

    private static MemberModel? ReadMember(ISymbol symbol, string name, ITypeSymbol type, bool isConstructor, string? literal)
    {
        bool isNullable = TextParser.IsNullable(type, out ITypeSymbol inner);
        if (TextParser.For(inner) is not { } parser) return null;
        string source = ParameterReader.ReadSource(symbol)?.Source ?? char.ToLowerInvariant(name[0]) + name.Substring(1);
        Absence absence = literal is not null ? Absence.Default : isNullable ? Absence.Null : Absence.Problem;
        return new(name, inner.Full(), source, parser, TextParser.Name(inner), isConstructor, absence, literal);
    }
}
