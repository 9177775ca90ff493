namespace Unrolled.Figures;

/// <summary>The seven quantities whose gradients chapter 03 derives, in its order.</summary>
public enum Quantity
{
    /// <summary>The output of one step.</summary>
    o_t,

    /// <summary>The output bias, shared by all steps.</summary>
    b_q,

    /// <summary>The output weights, shared by all steps.</summary>
    W_qh,

    /// <summary>The hidden state of one step.</summary>
    h_t,

    /// <summary>The input weights, shared by all steps.</summary>
    W_hx,

    /// <summary>The recurrent weights, shared by all steps.</summary>
    W_hh,

    /// <summary>The hidden bias, shared by all steps.</summary>
    b_h,
}
