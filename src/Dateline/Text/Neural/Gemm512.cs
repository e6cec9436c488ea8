using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dateline.Text.Neural;

/// <summary>The kernels of <see cref="Gemm"/> for processors with 512-bit vectors: eight rows by one or two panels stay in registers.</summary>
/// <remarks>Each sum runs over k in the same order with the same fused steps as in the 256-bit kernels, so results are equal to the last bit.</remarks>
internal static class Gemm512
{
    private const int Rows = 8;

    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>The loops of <see cref="Gemm.Multiply"/>, whose sizes are checked already.</summary>
    public static void Multiply(ref float a, int rowStride, int columnStride, ref float packed, ref float c, int ldc, int m, int n, int k, GemmMode mode)
    {
        if (!Avx512F.IsSupported) { return; }
        int panel = 0;
        for (; panel + (2 * Gemm.Panel) <= n; panel += 2 * Gemm.Panel)
        {
            ref float b = ref Unsafe.Add(ref packed, panel * k);
            int i = 0;
            for (; i + Rows <= m; i += Rows) { Wide(ref Unsafe.Add(ref a, i * rowStride), rowStride, columnStride, ref b, ref Unsafe.Add(ref c, (i * ldc) + panel), ldc, k, mode); }
            if (i < m && m >= Rows && mode == GemmMode.Set) { i = m; Wide(ref Unsafe.Add(ref a, (m - Rows) * rowStride), rowStride, columnStride, ref b, ref Unsafe.Add(ref c, ((m - Rows) * ldc) + panel), ldc, k, mode); }
            for (; i < m; i++) { OneWide(ref Unsafe.Add(ref a, i * rowStride), columnStride, ref b, ref Unsafe.Add(ref c, (i * ldc) + panel), k, mode); }
        }
        if (panel == n) { return; }
        ref float last = ref Unsafe.Add(ref packed, panel * k);
        int row = 0;
        for (; row + Rows <= m; row += Rows) { Narrow(ref Unsafe.Add(ref a, row * rowStride), rowStride, columnStride, ref last, ref Unsafe.Add(ref c, (row * ldc) + panel), ldc, k, mode); }
        if (row < m && m >= Rows && mode == GemmMode.Set) { row = m; Narrow(ref Unsafe.Add(ref a, (m - Rows) * rowStride), rowStride, columnStride, ref last, ref Unsafe.Add(ref c, ((m - Rows) * ldc) + panel), ldc, k, mode); }
        for (; row < m; row++) { One(ref Unsafe.Add(ref a, row * rowStride), columnStride, ref last, ref Unsafe.Add(ref c, (row * ldc) + panel), k, mode); }
    }

    private static void Wide(ref float a, int rs, int cs, ref float b, ref float c, int ldc, int k, GemmMode mode)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        ref float a3 = ref Unsafe.Add(ref a, 3 * rs);
        ref float a6 = ref Unsafe.Add(ref a, 6 * rs);
        ref float second = ref Unsafe.Add(ref b, k * Gemm.Panel);
        nint at = 0, rows = rs;
        for (nint p = 0, end = (nint)k * Gemm.Panel; p < end; p += Gemm.Panel, at += cs)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref Unsafe.Add(ref b, p)), b1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref second, p));
            Vector512<float> x = Vector512.Create(Unsafe.Add(ref a, at));
            c00 = Avx512F.FusedMultiplyAdd(x, b0, c00); c01 = Avx512F.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(Unsafe.Add(ref a, at + rows));
            c10 = Avx512F.FusedMultiplyAdd(x, b0, c10); c11 = Avx512F.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(Unsafe.Add(ref a, at + (2 * rows)));
            c20 = Avx512F.FusedMultiplyAdd(x, b0, c20); c21 = Avx512F.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(Unsafe.Add(ref a3, at));
            c30 = Avx512F.FusedMultiplyAdd(x, b0, c30); c31 = Avx512F.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(Unsafe.Add(ref a3, at + rows));
            c40 = Avx512F.FusedMultiplyAdd(x, b0, c40); c41 = Avx512F.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(Unsafe.Add(ref a3, at + (2 * rows)));
            c50 = Avx512F.FusedMultiplyAdd(x, b0, c50); c51 = Avx512F.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(Unsafe.Add(ref a6, at));
            c60 = Avx512F.FusedMultiplyAdd(x, b0, c60); c61 = Avx512F.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(Unsafe.Add(ref a6, at + rows));
            c70 = Avx512F.FusedMultiplyAdd(x, b0, c70); c71 = Avx512F.FusedMultiplyAdd(x, b1, c71);
        }
        Store(ref c, c00, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c01, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c10, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c11, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c20, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c21, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c30, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c31, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c40, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c41, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c50, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c51, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c60, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c61, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c70, mode); Store(ref Unsafe.Add(ref c, Gemm.Panel), c71, mode);
    }

    private static void Narrow(ref float a, int rs, int cs, ref float b, ref float c, int ldc, int k, GemmMode mode)
    {
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        ref float a3 = ref Unsafe.Add(ref a, 3 * rs);
        ref float a6 = ref Unsafe.Add(ref a, 6 * rs);
        nint at = 0, rows = rs;
        for (nint p = 0, end = (nint)k * Gemm.Panel; p < end; p += Gemm.Panel, at += cs)
        {
            Vector512<float> x = Vector512.LoadUnsafe(ref Unsafe.Add(ref b, p));
            c0 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, at)), x, c0);
            c1 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, at + rows)), x, c1);
            c2 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, at + (2 * rows))), x, c2);
            c3 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a3, at)), x, c3);
            c4 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a3, at + rows)), x, c4);
            c5 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a3, at + (2 * rows))), x, c5);
            c6 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a6, at)), x, c6);
            c7 = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a6, at + rows)), x, c7);
        }
        Store(ref c, c0, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c1, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c2, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c3, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c4, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c5, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c6, mode); c = ref Unsafe.Add(ref c, ldc);
        Store(ref c, c7, mode);
    }

    private static void OneWide(ref float a, int cs, ref float b, ref float c, int k, GemmMode mode)
    {
        Vector512<float> c0 = default, c1 = default;
        ref float second = ref Unsafe.Add(ref b, k * Gemm.Panel);
        nint at = 0;
        for (nint p = 0, end = (nint)k * Gemm.Panel; p < end; p += Gemm.Panel, at += cs)
        {
            Vector512<float> x = Vector512.Create(Unsafe.Add(ref a, at));
            c0 = Avx512F.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref Unsafe.Add(ref b, p)), c0);
            c1 = Avx512F.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref Unsafe.Add(ref second, p)), c1);
        }
        Store(ref c, c0, mode);
        Store(ref Unsafe.Add(ref c, Gemm.Panel), c1, mode);
    }

    private static void One(ref float a, int cs, ref float b, ref float c, int k, GemmMode mode)
    {
        Vector512<float> sum = default;
        nint at = 0;
        for (nint p = 0, end = (nint)k * Gemm.Panel; p < end; p += Gemm.Panel, at += cs)
        {
            sum = Avx512F.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, at)), Vector512.LoadUnsafe(ref Unsafe.Add(ref b, p)), sum);
        }
        Store(ref c, sum, mode);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector512<float> value, GemmMode mode)
    {
        if (mode == GemmMode.Add) { value += Vector512.LoadUnsafe(ref c); }
        value.StoreUnsafe(ref c);
    }
}
