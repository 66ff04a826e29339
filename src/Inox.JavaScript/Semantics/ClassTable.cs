using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

public enum ClassMemberKind : byte { Field, Accessor, Method, Getter, Setter, Constructor, StaticBlock, IndexSignature }

/// <summary>One class. Its members are <c>Members[FirstMember..EndMember]</c>; <paramref name="Parent"/> is the class around it, or -1.</summary>
public readonly record struct ClassEntry(Node Node, int Parent, int FirstMember, int EndMember);

/// <summary>
/// A member of a class. <paramref name="Name"/> is null when it is computed or there is none; a private name is without its <c>#</c>.
/// </summary>
public readonly record struct ClassMember(int Class, string? Name, bool IsPrivate, bool IsStatic, ClassMemberKind Kind, ClassElement Node);

/// <summary>A use of a private name: <c>a.#b</c> or <c>#b in a</c>. <paramref name="Member"/> is its first declaration, or -1.</summary>
public readonly record struct PrivateReference(PrivateIdentifier Node, int Class, int Member);

/// <summary>The classes of a tree, what they have, and what each private name means. Built from the tree alone.</summary>
public sealed class ClassTable
{
    private readonly List<ClassEntry> _classes = [];
    private readonly List<ClassMember> _members = [];
    private readonly List<PrivateReference> _references = [];

    private ClassTable() { }

    /// <summary>All classes in the order of the source.</summary>
    public IReadOnlyList<ClassEntry> Classes => _classes;

    public IReadOnlyList<ClassMember> Members => _members;

    public IReadOnlyList<PrivateReference> PrivateReferences => _references;

    public static ClassTable Build(Program program)
    {
        ClassTable table = new();
        new Builder(table).Visit(program);
        return table;
    }

    /// <summary>The first member a private name means in a class or those around it; -1 when there is none.</summary>
    public int FindPrivate(int classId, string name)
    {
        for (; classId >= 0; classId = _classes[classId].Parent)
            for (int member = _classes[classId].FirstMember; member < _classes[classId].EndMember; member++)
                if (_members[member].IsPrivate && _members[member].Name == name) return member;
        return -1;
    }

    private sealed class Builder(ClassTable table) : SyntaxVisitor
    {
        private int _current = -1;

        protected override void VisitClassDeclaration(ClassDeclaration node)
        {
            int outer = Enter(node, node);
            base.VisitClassDeclaration(node);
            _current = outer;
        }

        protected override void VisitClassExpression(ClassExpression node)
        {
            int outer = Enter(node, node);
            base.VisitClassExpression(node);
            _current = outer;
        }

        private int Enter(IClass definition, Node node)
        {
            int outer = _current, id = table._classes.Count, first = table._members.Count;
            foreach (ClassElement element in definition.Body.Body) table._members.Add(MemberOf(element, id));
            table._classes.Add(new(node, outer, first, table._members.Count));
            _current = id;
            return outer;
        }

        private static ClassMember MemberOf(ClassElement element, int id) => element switch
        {
            MethodDefinition method => new(id, NameOf(method.Key, method.IsComputed), method.Key is PrivateIdentifier, method.IsStatic, KindOf(method.MethodKind), method),
            PropertyDefinition field => new(id, NameOf(field.Key, field.IsComputed), field.Key is PrivateIdentifier, field.IsStatic, field.IsAccessor ? ClassMemberKind.Accessor : ClassMemberKind.Field, field),
            StaticBlock => new(id, null, false, true, ClassMemberKind.StaticBlock, element),
            _ => new(id, null, false, ((TSIndexSignatureElement)element).Signature.IsStatic, ClassMemberKind.IndexSignature, element),
        };

        private static ClassMemberKind KindOf(MethodKind kind) => kind switch
        {
            MethodKind.Constructor => ClassMemberKind.Constructor,
            MethodKind.Get => ClassMemberKind.Getter,
            MethodKind.Set => ClassMemberKind.Setter,
            _ => ClassMemberKind.Method,
        };

        private static string? NameOf(Node key, bool isComputed) => key switch
        {
            PrivateIdentifier name => name.Name,
            IdentifierName name when !isComputed => name.Name,
            StringLiteral text => text.Value,
            NumericLiteral number when !isComputed => Transforms.NumberOperations.ToText(number.Value),
            _ => null,
        };

        // the key of a member is its declaration
        protected override void VisitPropertyDefinition(PropertyDefinition node)
        {
            if (node.Key is not PrivateIdentifier)
            {
                base.VisitPropertyDefinition(node);
                return;
            }
            foreach (Decorator decorator in node.Decorators) Visit(decorator);
            if (node.Value is not null) Visit(node.Value);
        }

        protected override void VisitMethodDefinition(MethodDefinition node)
        {
            if (node.Key is not PrivateIdentifier)
            {
                base.VisitMethodDefinition(node);
                return;
            }
            foreach (Decorator decorator in node.Decorators) Visit(decorator);
            Visit(node.Value);
        }

        protected override void VisitPrivateIdentifier(PrivateIdentifier node) => table._references.Add(new(node, _current, table.FindPrivate(_current, node.Name)));
    }
}
