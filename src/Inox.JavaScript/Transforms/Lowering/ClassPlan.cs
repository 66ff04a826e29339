using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>What lowering a class has to know while its members are visited, and what the members leave to be done around it.</summary>
internal sealed class ClassPlan(ClassPlan? outer)
{
    public ClassPlan? Outer { get; } = outer;

    /// <summary>The name that what leaves the class knows it by.</summary>
    public required string Alias { get; init; }

    /// <summary>The symbol of its own name, -1 when it has none.</summary>
    public int OwnSymbol { get; init; } = -1;

    public required bool IsDerived { get; init; }

    /// <summary>Fields and private members become calls and assignments.</summary>
    public required bool LowersMembers { get; init; }

    /// <summary>What stands for `this` in a derived constructor that is a function; null where `this` stays.</summary>
    public string? ThisName { get; init; }

    public bool IsAliasUsed { get; set; }

    /// <summary>What keeps `this` for functions in the values of fields.</summary>
    public string? InitializerThis { get; set; }

    /// <summary>`this` may be used before `super()` has made it.</summary>
    public bool ChecksThis { get; set; }

    /// <summary>Its keys hold `await` or `yield`.</summary>
    public bool Suspends { get; set; }

    public Dictionary<string, PrivateName> PrivateNames { get; } = [];

    /// <summary>Variables with what they start with, made before the class.</summary>
    public List<(string Name, Expression? Value)> Variables { get; } = [];

    /// <summary>Keys of fields, evaluated before the class.</summary>
    public List<Expression> Before { get; } = [];

    /// <summary>What happens behind the class: keys, functions of private methods, static fields and blocks in their order.</summary>
    public List<Expression> After { get; } = [];

    /// <summary>What a constructor does first, or behind `super()`.</summary>
    public List<Statement> Initializers { get; } = [];

    /// <summary>Keys of fields that are to be evaluated with the next computed key.</summary>
    public List<Expression> PendingKeys { get; } = [];

    /// <summary>The function that runs the initializers, where `super()` is called at several places or inside of others.</summary>
    public string? InitializerName { get; set; }

    public string? InstanceBrand { get; set; }

    public string? StaticBrand { get; set; }

    public PrivateName? Find(string name)
    {
        for (ClassPlan? plan = this; plan is not null; plan = plan.Outer) if (plan.PrivateNames.TryGetValue(name, out PrivateName? found)) return found;
        return null;
    }
}

/// <summary>
/// A private name as variables. <paramref name="store"/> is a WeakMap with the values of a field, or a WeakSet of the objects that have the method or
/// accessor, whose functions are in variables of their own.
/// </summary>
internal sealed class PrivateName(string store)
{
    public string Store { get; } = store;

    public string? Method { get; set; }

    public string? Getter { get; set; }

    public string? Setter { get; set; }

    public bool IsField => Method is null && Getter is null && Setter is null;
}
